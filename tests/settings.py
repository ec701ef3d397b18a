"""The product's settings, with everything that they keep on disk thrown away after the tests."""

import atexit
import os
import shutil
import tempfile

_var = tempfile.mkdtemp(prefix="bounden-tests-")
atexit.register(shutil.rmtree, _var, ignore_errors=True)
os.environ["BOUNDEN_VAR"] = _var
os.environ["BOUNDEN_SECRET_KEY"] = "of the tests"

from bounden.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hashing well is slow on purpose
