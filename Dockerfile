# The build needs no runtime identifier: it compiles ahead for the platform that it runs on, so amd64 and arm64 both build.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/TvmEmulator -c Release -o /app && mkdir /files

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# A volume that is mounted here belongs to the user below, so that TVM_CACHE_DIR=/files works on a read-only file system.
COPY --from=build --chown=$APP_UID /files /files
# Chiseled images bring a user without rights, and no shell. 8080 and, with --tls, 8443 are the ports of the default options.
USER $APP_UID
ENV TVM_BIND=* \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080 8443
HEALTHCHECK --interval=5s --timeout=5s --start-period=30s CMD ["dotnet", "/app/TvmEmulator.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "/app/TvmEmulator.dll"]
