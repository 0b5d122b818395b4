[#assign context = slots["container.context"]?sort_by("path")?filter(item -> !path.facts.container.manifests?seq_contains(item.path))]
# Nothing enters the build but what the Dockerfile copies.
**
[#list path.facts.container.manifests as manifest]
![=manifest]
[/#list]
[#list context as item]
![=item.path]
[/#list]
