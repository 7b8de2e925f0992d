"""Settings: everything that may differ between installations comes from the environment."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from yixian.web.config.databases import database
from yixian.web.config.release import RELEASE
from yixian.web.config.secrets import secret
from yixian.web.config.sqlite import prefer_bundled_sqlite

prefer_bundled_sqlite()

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("YIXIAN_DATA", "var")).resolve()
DEBUG = os.environ.get("YIXIAN_DEBUG") == "1"
SECRET_KEY = secret("SECRET_KEY", DATA)
AUDIT_KEY = secret("AUDIT_KEY", DATA)
ALLOWED_HOSTS = os.environ.get("YIXIAN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("YIXIAN_ORIGINS", "").split(",") if origin]
HTTPS = os.environ.get("YIXIAN_HTTPS") == "1"

INSTALLED_APPS = [
    "yixian.web.config.apps.ConfigConfig",
    "yixian.web.sample.apps.SampleConfig",
    "yixian.web.reports.apps.ReportsConfig",
    "yixian.web.field.apps.FieldConfig",
    "yixian.web.planning.apps.PlanningConfig",
    "yixian.web.learning.apps.LearningConfig",
    "yixian.web.problems.apps.ProblemsConfig",
    "yixian.web.capture.apps.CaptureConfig",
    "yixian.web.grouping.apps.GroupingConfig",
    "yixian.web.meetings.apps.MeetingsConfig",
    "yixian.web.accounts.apps.AccountsConfig",
    "yixian.web.organisations.apps.OrganisationsConfig",
    "yixian.web.shared.apps.SharedConfig",
    "axes",
    "django_htmx",
    "template_partials",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yixian.web.shared.compress.PageCompression",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "yixian.web.accounts.idle.idle_middleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "yixian.web.accounts.middleware.person_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yixian.web.shared.middleware.domain_error_middleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "yixian.web.config.urls"
FORM_RENDERER = "yixian.web.shared.form_renderer.QuickRenderer"
WSGI_APPLICATION = "yixian.web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.csrf",
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "yixian.web.shared.context.page_context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "yixian.web.shared.templatetags.ui",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("YIXIAN_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "yixian.web.accounts.backends.LoginBackend",
]
PASSWORD_HASHERS = ["yixian.web.accounts.hashers.Argon2id19MiB"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:signin"
LOGIN_REDIRECT_URL = "/"

# Strict per account, loose per address: fifty people share one hall's Wi-Fi.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_CALLABLE = "yixian.web.accounts.views.signin.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

SESSION_ENGINE = "yixian.web.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-yixian" if HTTPS else "yixian"
# Sessions of the office end after this time without use (0: never); those of members last.
IDLE_MINUTES = int(os.environ.get("YIXIAN_IDLE_MINUTES", "60"))
IDLE_COOKIE_NAME = "__Host-yixian-used" if HTTPS else "yixian-used"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-yixian-csrf" if HTTPS else "yixian-csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"

# One address per release instead of hashed names: relative imports between native modules stay as written.
STATIC_URL = f"/static/{RELEASE}/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
WHITENOISE_MAX_AGE = 31536000
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = False

MEDIA = DATA / "media"
# Photos and what is made of them go to this bucket of a store that speaks S3; no name: to files under MEDIA.
BUCKET = os.environ.get("YIXIAN_BUCKET", "")
BUCKET_URL = os.environ.get("YIXIAN_BUCKET_URL", "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600
MAX_UPLOAD_BYTES = 20 * 1024 * 1024
# How many bytes of photos one person may have on the server, so that one phone never fills everybody's disk.
PHOTO_QUOTA_BYTES = int(os.environ.get("YIXIAN_PHOTO_QUOTA_MB", "2048")) * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}},
}
# axes.W006 wants lockout by address too; a hall full of people shares one.
SILENCED_SYSTEM_CHECKS = ["models.W042", "axes.W006"]
