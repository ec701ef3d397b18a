"""The sign-in form."""

from django.contrib.auth.forms import AuthenticationForm


class SignInForm(AuthenticationForm):
    """Name and password, in GOV.UK markup."""

    error_messages = {
        "invalid_login": "The account name or the password is wrong",
        "inactive": "The account name or the password is wrong",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].error_messages["required"] = "Enter your account name"
        self.fields["password"].error_messages["required"] = "Enter your password"
