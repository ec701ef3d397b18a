"""Settings. Everything that differs between installations comes from the environment:

- BOUNDEN_SNAPSHOTS: the store that `bounden build` publishes in (var/snapshots)
- BOUNDEN_VAR: where the key, the SQLite database and the store stand unless said otherwise (var)
- BOUNDEN_DATABASE_URL: sqlite:///path or postgresql://user:password@host:port/name (SQLite in BOUNDEN_VAR)
- BOUNDEN_SECRET_KEY: what signs sessions (made on first use and kept in BOUNDEN_VAR)
- BOUNDEN_HOSTS: the names under which the pages are reached, with commas between (127.0.0.1,localhost)
- BOUNDEN_HTTPS: 1 where a server in front ends TLS: secure cookies, strict transport
- BOUNDEN_HANDLING, BOUNDEN_ORGANISATION: the marking on every page and export, and the name in the header
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from bounden.config.database import database
from bounden.config.secret import secret_key

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("BOUNDEN_VAR", ROOT / "var"))
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)
HTTPS = os.environ.get("BOUNDEN_HTTPS", "") == "1"

SECRET_KEY = secret_key(os.environ.get("BOUNDEN_SECRET_KEY", ""), kept_in=VAR / "secret-key")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("BOUNDEN_HOSTS", "127.0.0.1,localhost").split(",")

# What bounden itself asks for.
BOUNDEN_SNAPSHOTS = Path(os.environ.get("BOUNDEN_SNAPSHOTS", VAR / "snapshots"))
BOUNDEN_HANDLING = os.environ.get("BOUNDEN_HANDLING", "OFFICIAL-SENSITIVE")
BOUNDEN_ORGANISATION = os.environ.get("BOUNDEN_ORGANISATION", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "bounden.assurance.accounts",
    "bounden.assurance.trail",
    "bounden.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "bounden.web.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for a signed-in account unless its view says otherwise.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bounden.web.closed.Closed",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "bounden.config.urls"
WSGI_APPLICATION = "bounden.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "bounden.web.frame.frame",
            ],
            "builtins": ["bounden.web.templatetags.components"],
        },
    }
]

DATABASES = {"default": database(os.environ.get("BOUNDEN_DATABASE_URL", ""), default=VAR / "assurance.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in: local accounts, locked after five wrong passwords.
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "front"
LOGOUT_REDIRECT_URL = "sign_in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_CALLABLE = "bounden.web.sign_in.views.locked"
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["username", "password"]
AXES_VERBOSE = False
# By account alone: a lock by address would let one guesser try every account from another address.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

# One cookie for the session, one against forged forms; both end with the browser, the session after 30 idle minutes.
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # ends with the browser
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "bounden.web.errors.forged"

# Nothing from elsewhere, no script at all, no inline style.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # the few files are served from where they are kept; nothing to collect
WHITENOISE_MAX_AGE = 3600

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False

# Requests are not logged: who looked at what is the trail's to say. A fault is logged with its trace.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "CRITICAL"},
    },
}
