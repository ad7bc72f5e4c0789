//! The one screen that says what xtask can do.

/// What `cargo xtask help` prints.
pub const TEXT: &str = "
Plumb's tool chain. Call it as `cargo xtask <command>`; it says what it adds to your machine.

  serve [--port 8080]     build for development, serve on 127.0.0.1, rebuild and reload on change
  serve --dist            serve the release in dist/, as a host would
  build [--out dist]      build the release: static files that work from any path
        [--plain]         ... with Rust's standard library as it is (quicker, a fifth bigger)
        [--url https://example.org/plumb/]
                          ... with oembed.json, which names the address that the site will have
  package --area python [-o file.zip]
                          make a zip that a learning system takes: one quiz, with all that it needs
        [--format scorm12|scorm2004|cmi5] [--mode practice|exam] [--count 10] [--pass percent]
        [--minutes n] [--seed text] [--topics a,b] [--levels 1,2] [--title text]
        [--store https://lrs.example/xapi/]  for cmi5, a record store on another host
  build --single-file [-o plumb.html] [--area python]
                          all of it, or these areas, as one page that runs from a disk or an e-mail
  test                    the crates' tests, then the journeys in a browser (needs node)
  test native [args]      only the crates' tests; args go to cargo
  test browser [args]     all browser tests in Chromium; args go to Playwright, as in `-g history`
  test firefox [args]     the faults, journeys and kinds of question in Firefox (on Debian it is
                          installed where there is none)
  test webkit [pattern]   a journey and the faults in WebKitGTK, the nearest to Safari; a pattern for names
                          of tests (Debian: installs the engine, its driver and a screen with apt-get)
  test orca [pattern]     what the screen reader Orca says in Firefox (Debian, as above)
  bench                   open home and history with 10 and with 5,000 attempts, and answer, on a CPU slowed down
                          four times (needs node)
  bank lint [area ...]    check the banks in questions/: each fault with its place and its cure
  bank stats [area ...]   count them: levels, kinds, proofs, and what their options give away
  bank prove [area|area/question ...]
                          run what shows that the keys are right, and note what held in proofs.lock
        [--install]       ... get the tools that are missing first (apt-get, PyPI, npm)
        [--fresh]         ... run again what has held here before
        [--unjailed]      ... without bubblewrap: programs have your rights and the network
  calibrate FILES... [--json FILE] [--patch FILE]
                          what pooled exports say of the questions; propose levels, change nothing
  tidy                    check the rules of the house that compilers do not know
  budgets                 check how much a browser must fetch before the first question
  ci                      everything that a change has to pass, step by step
  help                    this

Files go to dist/, to cargo's target directory and, for the browser tests' packages, to
tests/e2e/node_modules. Environment variables:
  PLUMB_CHROMIUM          the Chromium or Chrome that the browser tests use; without it most of them use
                          the quicker chromium-headless-shell
  PLUMB_FIREFOX           the Firefox that `test firefox` uses
  CARGO_TARGET_DIR        where cargo, and so xtask, keeps what it makes on the way
";
