"""The pages: translate a request, ask one question, render. No models here."""
