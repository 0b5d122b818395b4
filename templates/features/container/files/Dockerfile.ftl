[#import "/lib/image.yaml.ftl" as image]
[#macro from base stage=""]
[#local name = image.chosen(base)]
FROM [=name][@practice id="pinned-image"][=versions.image[name]?remove_beginning(name)][/@practice][#if stage?has_content] AS [=stage][/#if]
[/#macro]
[#assign container = path.facts.container]
[#assign context = slots["container.context"]?sort_by("path")?filter(item -> !path.facts.container.manifests?seq_contains(item.path))]
[@from container["build-image"] "build" /]
WORKDIR /build

[@practice id="layered-image"]
# The libraries are a layer of their own: it is made again only when [=container.manifests?join(" or ")] changes.
COPY [=container.manifests?join(" ")] ./
RUN [=container.fetch]

[/@practice]
[#if !practices["layered-image"]??]
COPY [=container.manifests?join(" ")] ./
[/#if]
[#list context as item]
COPY [=item.path] ./[=item.path]
[/#list]
# The tests ran before: they are the pipeline's business.
RUN [#list container.build as command][=command][#sep] \
    && [/#list]

[@practice id="multi-stage-build"]
[@practice id="minimal-image"]
[@from container["run-image"] /]
[/@practice]
[#if !practices["minimal-image"]??]
[@from container["build-image"] /]
[/#if]
[/@practice]
[@practice id="image-labels"]
LABEL org.opencontainers.image.title="[=service.kebab]" \
      org.opencontainers.image.vendor="[=service.owner]" \
      org.opencontainers.image.source="https://github.com/[=namespace.scope?remove_beginning("@")]/[=service.kebab]"
[/@practice]
WORKDIR /app

[@practice id="multi-stage-build"]
# What changes least comes first, so that a release ships little more than its own code.
[#list container.layers as layer]
COPY --from=build /build/[=layer] ./
[/#list]
[/@practice]
[#if !practices["multi-stage-build"]??]
RUN cp -R[#list container.layers as layer] /build/[=layer].[/#list] ./
[/#if]

[@practice id="non-root-image"]
# The user has no entry in /etc/passwd, and may write nowhere but in /tmp.
ENV HOME=/tmp
USER 10001:10001
[/@practice]
EXPOSE [=path.facts.ports.http] [=path.facts.ports.management]

[@practice id="image-health-check"]
# Liveness, not readiness: a container is not to be replaced because something behind it is away.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD [[#list container.health as line][#list line as word]"[=word]", [/#list]\
         [/#list]"http://127.0.0.1:[=path.facts.ports.management][=path.facts.health.live]"]

[/@practice]
# [=container["run-note"]]
[@practice id="exec-form-entrypoint"]
ENTRYPOINT [[#list container.run as line][#list line as word]"[=word]"[#sep], [/#list][#sep], \
            [/#list]]
[/@practice]
[#if !practices["exec-form-entrypoint"]??]
ENTRYPOINT[#list container.run as line][#list line as word] [=word][/#list][/#list]
[/#if]
