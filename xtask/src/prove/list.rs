//! Every tool that runs proofs: how its programs and its server are started, and where it comes from.

use super::tools::{From, Server, Tool};

const PLAIN: Tool = Tool {
    name: "",
    label: "",
    program: "",
    version: "{} --version",
    file: "program",
    command: "{} ../program",
    server: None,
    source: From::Debian(&[]),
    oldest: "",
};

/// A tool whose proofs are shell scripts.
const SHELL: Tool = Tool { command: "sh ../program", ..PLAIN };

/// All tools, in the order of `bank::TOOLS`.
pub const TABLE: &[Tool] = &[
    Tool {
        name: "python3",
        label: "Python",
        program: "python3",
        file: "program.py",
        command: "{} ../program.py",
        source: From::Debian(&["python3"]),
        oldest: "3.9",
        ..PLAIN
    },
    Tool {
        name: "node",
        label: "Node.js",
        program: "node",
        file: "program.cjs",
        command: "{} ../program.cjs",
        source: From::Debian(&["nodejs"]),
        ..PLAIN
    },
    Tool { name: "php", label: "PHP", program: "php", source: From::Debian(&["php-cli"]), ..PLAIN },
    Tool { name: "ruby", label: "Ruby", program: "ruby", source: From::Debian(&["ruby"]), ..PLAIN },
    Tool {
        name: "go",
        label: "Go",
        program: "go",
        version: "{} version",
        file: "main.go",
        command: "GOFLAGS=-mod=mod GOCACHE=$HOME/../cache GOPATH=$HOME/../go {} run ../main.go",
        source: From::Debian(&["golang-go"]),
        ..PLAIN
    },
    Tool {
        name: "java",
        label: "Java",
        program: "java",
        file: "Main.java",
        command: "{} ../Main.java",
        source: From::Debian(&["openjdk-17-jdk-headless"]),
        ..PLAIN
    },
    Tool {
        name: "mono",
        label: "Mono",
        program: "mono",
        file: "program.cs",
        command: "mcs -out:../program.exe ../program.cs >&2 && {} ../program.exe",
        source: From::Debian(&["mono-devel"]),
        ..PLAIN
    },
    Tool {
        name: "sqlite3",
        label: "SQLite",
        program: "sqlite3",
        file: "program.sql",
        command: "{} -batch -bail :memory: < ../program.sql",
        source: From::Debian(&["sqlite3"]),
        ..PLAIN
    },
    Tool {
        name: "postgresql",
        label: "PostgreSQL",
        program: "psql",
        file: "program.sql",
        command: "{} -h $HOME/.. -U proof -d postgres -X -A -t -q -v ON_ERROR_STOP=1 -f ../program.sql",
        server: Some(Server {
            always: true,
            config: "",
            start: "export PATH=\"$PATH:$(ls -d /usr/lib/postgresql/*/bin | tail -1)\"; \
                    initdb -D ../data --no-sync -A trust -U proof -E UTF8 --no-locale && \
                    { postgres -D ../data -k $HOME/.. -c listen_addresses= -c fsync=off & }",
            ready: "pg_isready -q -h $HOME/.. -U proof",
        }),
        source: From::Debian(&["postgresql"]),
        ..PLAIN
    },
    Tool {
        name: "mariadb",
        label: "MariaDB",
        program: "mariadb",
        version: "{} --version | sed 's/.*Distrib //'",
        file: "program.sql",
        command: "{} --socket=$HOME/../socket -N -B test < ../program.sql | tr '\\t' '|'",
        server: Some(Server {
            always: true,
            config: "",
            start: "export PATH=\"$PATH:/usr/sbin\"; \
                    mariadb-install-db --no-defaults --datadir=$HOME/../data --auth-root-authentication-method=normal && \
                    { mariadbd --no-defaults --datadir=$HOME/../data --socket=$HOME/../socket --skip-networking \
                      --innodb-flush-log-at-trx-commit=0 & }",
            ready: "mariadb --socket=$HOME/../socket -e 'CREATE DATABASE IF NOT EXISTS test'",
        }),
        source: From::Debian(&["mariadb-server"]),
        ..PLAIN
    },
    Tool {
        name: "redis",
        label: "Redis",
        program: "redis-cli",
        command: "{} -p $PORT < ../program",
        server: Some(Server {
            always: true,
            config: "CONFIG",
            start: "redis-server .server.conf --port $PORT --bind 127.0.0.1 --save '' --dir $HOME/.. &",
            ready: "redis-cli -p $PORT ping",
        }),
        source: From::Debian(&["redis-server"]),
        ..PLAIN
    },
    Tool {
        name: "memcached",
        label: "memcached",
        program: "memcached",
        server: Some(Server {
            always: true,
            config: "",
            start: "memcached -l 127.0.0.1 -p $PORT -U 0 &",
            ready: "printf 'version\\r\\nquit\\r\\n' | curl -s telnet://127.0.0.1:$PORT",
        }),
        source: From::Debian(&["memcached", "curl"]),
        ..SHELL
    },
    Tool {
        name: "nginx",
        label: "nginx",
        program: "nginx",
        version: "{} -v 2>&1",
        server: Some(Server {
            always: false,
            config: "user root; pid ../nginx.pid; events {}\nhttp {\naccess_log off; client_body_temp_path ../t1; \
                     proxy_temp_path ../t2; fastcgi_temp_path ../t3; uwsgi_temp_path ../t4; scgi_temp_path ../t5;\n\
                     types { text/html html; text/css css; text/javascript js; application/json json; }\n\
                     default_type application/octet-stream;\nCONFIG\n}\n",
            start: "nginx -p $HOME -c .server.conf -e ../error.log || { cat ../error.log; exit 1; }",
            ready: "test -s ../nginx.pid",
        }),
        source: From::Debian(&["nginx", "curl", "openssl", "python3"]),
        ..SHELL
    },
    Tool {
        name: "apache2",
        label: "Apache HTTP Server",
        program: "apache2",
        version: "{} -v",
        server: Some(Server {
            always: false,
            config: "ServerRoot $HOME\nServerName localhost\nPidFile ../apache.pid\nErrorLog ../error.log\n\
                     Listen 127.0.0.1:$PORT\nLoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so\n\
                     LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so\nCONFIG\n",
            start: "apache2 -f $HOME/.server.conf -k start",
            ready: "curl -s -o /dev/null http://127.0.0.1:$PORT/",
        }),
        source: From::Debian(&["apache2", "curl"]),
        ..SHELL
    },
    Tool { name: "git", label: "Git", program: "git", source: From::Debian(&["git"]), ..SHELL },
    // A shell has no version that it tells; the tools that it calls come from the same system.
    Tool { name: "sh", label: "Linux", program: "sh", version: "uname -r", source: From::Debian(&["dash"]), ..SHELL },
    Tool { name: "curl", label: "curl", program: "curl", source: From::Debian(&["curl"]), ..SHELL },
    Tool {
        name: "openssl",
        label: "OpenSSL",
        program: "openssl",
        version: "{} version",
        source: From::Debian(&["openssl"]),
        ..SHELL
    },
    Tool {
        name: "chromium",
        label: "Chromium",
        program: "chromium",
        file: "program.html",
        // What the page has written into its <output>.
        command: "{} --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                  --disable-component-update --disable-sync --user-data-dir=../profile --virtual-time-budget=5000 \
                  --dump-dom ../program.html 2>/dev/null | tr '\\n' '\\r' \
                  | sed -n 's/.*<output[^>]*>\\(.*\\)<\\/output>.*/\\1/p' | tr '\\r' '\\n' \
                  | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&amp;/\\&/g'",
        source: From::Debian(&["chromium"]),
        ..PLAIN
    },
    Tool {
        name: "django",
        label: "Django",
        program: "python",
        version: "{} -m django --version",
        file: "program.py",
        command: "{} ../program.py",
        source: From::PyPi("django"),
        ..PLAIN
    },
    Tool {
        name: "flask",
        label: "Flask",
        program: "python",
        version: "{} -c 'import importlib.metadata as m; print(m.version(\"flask\"))'",
        file: "program.py",
        command: "{} ../program.py",
        source: From::PyPi("flask"),
        ..PLAIN
    },
    Tool {
        name: "rails",
        label: "Ruby on Rails",
        program: "ruby",
        version: "{} -e 'require \"rails\"; puts Rails.version'",
        source: From::Debian(&["rails"]),
        ..PLAIN
    },
    Tool {
        name: "laravel",
        label: "Laravel",
        program: "php",
        // The framework as a whole has no autoloader of its own; its class names the version.
        version: "grep -o \"VERSION = '[0-9.]*'\" /usr/share/php/Illuminate/Foundation/Application.php",
        command: "{} -d include_path=.:/usr/share/php ../program",
        source: From::Debian(&["php-laravel-framework"]),
        ..PLAIN
    },
    Tool {
        name: "mingo",
        label: "mingo",
        program: "node",
        version: "{} -p 'require(\"mingo/package.json\").version'",
        file: "program.cjs",
        command: "{} ../program.cjs",
        source: From::Npm("mingo"),
        ..PLAIN
    },
    Tool {
        name: "http-cache",
        label: "http-cache-semantics",
        program: "node",
        version: "{} -p 'require(\"http-cache-semantics/package.json\").version'",
        file: "program.cjs",
        command: "{} ../program.cjs",
        source: From::Npm("http-cache-semantics"),
        ..PLAIN
    },
    Tool {
        name: "dynalite",
        label: "dynalite",
        program: "node",
        version: "{} -p 'require(\"dynalite/package.json\").version'",
        file: "program.cjs",
        command: "{} ../program.cjs",
        source: From::Npm("dynalite"),
        ..PLAIN
    },
];
