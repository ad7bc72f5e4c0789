#!/bin/sh
# Playwright makes Firefox end where one of its tabs crashes; that of people goes on.
exec env -u MOZ_CRASHREPORTER_SHUTDOWN "$PLUMB_FIREFOX" "$@"
