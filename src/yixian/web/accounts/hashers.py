"""Password hashing at the cost OWASP names first for Argon2id: 19 MiB, two passes, one lane."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id19MiB(Argon2PasswordHasher):
    """About a tenth of the default's time, so that fifty people can sign in at once."""

    time_cost = 2
    memory_cost = 19456
    parallelism = 1
