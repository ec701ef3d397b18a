"""Signing in with a local account, and out."""

from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bounden.web.sign_in.forms import SignInForm


class SignIn(auth.LoginView):
    """Asks for a name and a password; says only that the pair was wrong, never which of the two."""

    template_name = "sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


class SignOut(auth.LogoutView):
    """Ends the session and has the browser forget what it kept."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def locked(request: HttpRequest, credentials: object, *args: object, **kwargs: object) -> HttpResponse:
    """The page for an account that is locked after too many wrong passwords."""
    return render(request, "locked.html", status=429)


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "accessibility.html")


@login_not_required
@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    """The cookies in use."""
    return render(request, "cookies.html")
