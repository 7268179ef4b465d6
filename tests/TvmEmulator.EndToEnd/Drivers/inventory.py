"""Asks for a token, follows the inventory from page to page with requests and prints the number of its rows.

Arguments: the base URL of the login service, that of the API.
"""

import sys

import requests

login, api = sys.argv[1:]
form = {
    "grant_type": "client_credentials",
    "client_id": "3f1b2a4c-5d6e-4f70-8192-a3b4c5d6e7f8",
    "client_secret": "any secret will do",
    "scope": "https://api.securitycenter.microsoft.com/.default",
}
with requests.Session() as session:
    answer = session.post(f"{login}/contoso.onmicrosoft.com/oauth2/v2.0/token", data=form)
    answer.raise_for_status()
    session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]
    rows = 0
    link = f"{api}/api/machines/SoftwareInventoryByMachine?pageSize=500"
    while link:
        page = session.get(link)
        page.raise_for_status()
        rows += len(page.json()["value"])
        link = page.json().get("@odata.nextLink")
    print(rows)
