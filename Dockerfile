# A static program and nothing else, run as nobody. `make dist` makes the archive
# that feeds it; docker buildx sets TARGETARCH.
#
#   make dist
#   docker build --build-arg VERSION=0.1.0 -t mxlint .
#   docker run --rm -v "$PWD:/src:ro" mxlint ./k8s
FROM scratch AS unpacked
ARG VERSION
ARG TARGETARCH=amd64
ADD dist/mxlint-${VERSION}-linux-${TARGETARCH}.tar.gz /

FROM scratch
ARG VERSION
ARG TARGETARCH=amd64
COPY --from=unpacked /mxlint-${VERSION}-linux-${TARGETARCH}/ /
USER 65534:65534
WORKDIR /src
ENTRYPOINT ["/mxlint"]
