"""A browser around WebKitGTK that WebKitWebDriver drives: MiniBrowser has no profile while it is driven.

--profile=FOLDER  keeps what sites keep there
--script=FILE     runs in every page and frame before the page's own scripts, whatever its policy
--keep-nothing    has the engine refuse local storage and IndexedDB, as a person's setting does
"""

import argparse
import pathlib

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

words = argparse.ArgumentParser()
words.add_argument("--profile", required=True)
words.add_argument("--script", action="append", default=[])
words.add_argument("--keep-nothing", action="store_true")
given = words.parse_args()

kept = WebKit2.WebsiteDataManager(
    base_data_directory=f"{given.profile}/data", base_cache_directory=f"{given.profile}/cache"
)
context = WebKit2.WebContext.new_with_website_data_manager(kept)

content = WebKit2.UserContentManager()
for path in given.script:
    content.add_script(
        WebKit2.UserScript.new(
            pathlib.Path(path).read_text(),
            WebKit2.UserContentInjectedFrames.ALL_FRAMES,
            WebKit2.UserScriptInjectionTime.START,
            None,
            None,
        )
    )

# The tests read what pages complain of from this program's output; of private views the engine writes nothing there.
settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True, enable_page_cache=True)
if given.keep_nothing:
    settings.props.enable_html5_local_storage = False
    settings.props.enable_html5_database = False


def view(*_):
    made = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, user_content_manager=content, settings=settings
    )
    window = Gtk.Window(default_width=1000, default_height=900)
    window.add(made)
    window.show_all()
    made.connect("close", lambda _: window.destroy())
    return made


def started(_, session):
    info = WebKit2.ApplicationInfo.new()
    info.set_name("plumb-tests")
    session.set_application_info(info)
    session.connect("create-web-view::window", view)
    session.connect("create-web-view::tab", view)


context.set_automation_allowed(True)
context.connect("automation-started", started)
Gtk.main()
