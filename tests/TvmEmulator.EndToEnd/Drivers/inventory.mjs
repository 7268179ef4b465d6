// Logs in with one of Microsoft's libraries, follows the inventory from page to page and prints the number of its rows.
// Arguments: the library, the base URL of the login service, that of the API.
import { ClientSecretCredential } from "@azure/identity";
import { ConfidentialClientApplication } from "@azure/msal-node";

const [library, login, api] = process.argv.slice(2);
const tenant = "contoso.onmicrosoft.com";
const clientId = "3f1b2a4c-5d6e-4f70-8192-a3b4c5d6e7f8";
const clientSecret = "any secret will do";
const scope = "https://api.securitycenter.microsoft.com/.default";
// Of a host that is not Microsoft's, the libraries would ask login.microsoftonline.com whether it is a login service.
const isMicrosofts = login === "https://login.microsoftonline.com";

async function msalToken() {
  const auth = { clientId, clientSecret, authority: `${login}/${tenant}`, ...(isMicrosofts ? {} : { knownAuthorities: [new URL(login).host] }) };
  return (await new ConfidentialClientApplication({ auth }).acquireTokenByClientCredential({ scopes: [scope] })).accessToken;
}

async function azureIdentityToken() {
  const options = isMicrosofts ? {} : { authorityHost: login, disableInstanceDiscovery: true };
  return (await new ClientSecretCredential(tenant, clientId, clientSecret, options).getToken(scope)).token;
}

const token = await (library === "msal-node" ? msalToken() : azureIdentityToken());
let rows = 0;
for (let next = `${api}/api/machines/SoftwareInventoryByMachine?pageSize=500`; next; ) {
  const answer = await fetch(next, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  const page = await answer.json();
  rows += page.value.length;
  next = page["@odata.nextLink"];
}
console.log(rows);
