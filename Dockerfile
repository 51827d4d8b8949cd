# syntax=docker/dockerfile:1
# The page at /report: Node builds it, and nothing of Node goes into the image.
FROM node:20-slim AS report
WORKDIR /source/web/report
COPY web/report/package.json web/report/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY web/report ./
RUN npm run check && npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The driver that production runs; docs/decisions/0004-sqlclient-version.md says why the default of the source is older.
ARG SqlClientVersion=6.1.*
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
WORKDIR /source

# What the restore depends on, so that a change of code does not repeat it.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/Feedback.Indicators/Feedback.Indicators.csproj src/Feedback.Indicators/
COPY src/Feedback.Api/Feedback.Api.csproj src/Feedback.Api/
RUN dotnet restore src/Feedback.Api --use-current-runtime -p:SelfContained=true -p:PublishReadyToRun=true -p:SqlClientVersion="$SqlClientVersion"

COPY .editorconfig ./
COPY db db
COPY src src
COPY --from=report /source/src/Feedback.Api/wwwroot src/Feedback.Api/wwwroot
# Compiled ahead of time, together with the framework: a start takes half of the processor's time. The base image has no framework then.
RUN dotnet publish src/Feedback.Api --configuration Release --no-restore --output /app \
    --use-current-runtime --self-contained true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true \
    -p:SqlClientVersion="$SqlClientVersion"

# Has ICU, which the driver of SQL Server needs, and the time zones. An image without them (alpine) would need both.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /app .
RUN install --directory --owner="$APP_UID" --group="$APP_UID" /data
# The base image sets ASPNETCORE_HTTP_PORTS, which gives way to ASPNETCORE_URLS; empty, so that it does not say so at every start.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:8080 \
    Feedback__DataDirectory=/data
USER $APP_UID
VOLUME /data
EXPOSE 8080
# There is no curl in the image; bash opens the connection itself.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --start-interval=2s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 4 answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["/app/feedback"]
