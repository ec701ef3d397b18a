"""The addresses of the pages. Keys of records stand in them; names and searched words never do."""

from django.urls import path

from bounden.web.cases.views import case
from bounden.web.explanations.views import obligation
from bounden.web.front.views import front
from bounden.web.handbook.views import search, standard, standards
from bounden.web.showable.views import can_judge
from bounden.web.showable.views import export as can_judge_export
from bounden.web.sign_in.views import SignIn, SignOut, accessibility, cookies
from bounden.web.worklist.views import export, worklist

urlpatterns = [
    path("", front, name="front"),
    path("worklist/", worklist, name="worklist"),
    path("worklist/export.csv", export, name="worklist_export"),
    path("cases/<slug:force>/<path:reference>/", case, name="case"),
    path("obligations/<str:key>/", obligation, name="obligation"),
    path("standards/", standards, name="standards"),
    path("standards/search/", search, name="standards_search"),
    path("standards/<str:standard_id>/", standard, name="standard"),
    path("can-judge/", can_judge, name="can_judge"),
    path("can-judge/export.csv", can_judge_export, name="can_judge_export"),
    path("sign-in/", SignIn.as_view(), name="sign_in"),
    path("sign-out/", SignOut.as_view(), name="sign_out"),
    path("accessibility/", accessibility, name="accessibility"),
    path("cookies/", cookies, name="cookies"),
]
