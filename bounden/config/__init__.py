"""How an installation is set up: settings, addresses, the server's way in."""
