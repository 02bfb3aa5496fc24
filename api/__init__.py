"""The REST API of the library: `create_app` in `api.app`. Routes parse, call, convert."""
