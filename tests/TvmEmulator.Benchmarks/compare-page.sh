#!/usr/bin/env bash
# Measures a page of the published emulator beside the same bytes as a static file of nginx, in one run, and prints the ratio of their speeds.
# usage: compare-page.sh [rows] [rounds] [least ratio] [route]     (50000 rows, 21 rounds, SoftwareInventoryByMachine; with a least ratio it fails below it)
set -euo pipefail
cd "$(dirname "$0")/../.."
rows=${1:-50000} rounds=${2:-21} least=${3:-} route=${4:-SoftwareInventoryByMachine}
command -v nginx >/dev/null || { echo "nginx is needed: apt-get install nginx-light" >&2; exit 2; }
work=$(mktemp -d)
server= nginx=
trap 'kill $server $nginx 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet publish src/TvmEmulator -c Release -o "$work/server" -v quiet --nologo
dotnet build tests/TvmEmulator.Benchmarks -c Release -v quiet --nologo

dotnet "$work/server/TvmEmulator.dll" --port 0 --quotas off --cache-dir "$work/cache" >"$work/server.log" 2>&1 & server=$!
for _ in $(seq 100); do grep -q http:// "$work/server.log" && break; sleep 0.1; done
url=$(grep -o 'http://[0-9.:]*' "$work/server.log" | head -n 1)
page="$url/api/machines/$route?pageSize=$rows"
mkdir "$work/www"
curl -fsS -H 'Authorization: Bearer benchmark' "$page" -o "$work/www/page.json"

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat >"$work/nginx.conf" <<EOF
daemon off; worker_processes 1; pid $work/nginx.pid; error_log $work/nginx.log;
events {}
http { access_log off; sendfile on; types { application/json json; } server { listen 127.0.0.1:$port; root $work/www; }
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work; }
EOF
chmod -R a+rX "$work"
nginx -c "$work/nginx.conf" & nginx=$!
for _ in $(seq 50); do curl -fsS -o /dev/null -r 0-0 "http://127.0.0.1:$port/page.json" 2>/dev/null && break; sleep 0.1; done

dotnet tests/TvmEmulator.Benchmarks/bin/Release/net10.0/TvmEmulator.Benchmarks.dll compare "$page" "http://127.0.0.1:$port/page.json" "$rounds" "$server" $least
