# Nothing enters the build but what the Dockerfile copies.
**
[#list path.facts.container.manifests as manifest]
![=manifest]
[/#list]
[#list slots["container.context"]?sort_by("path") as context]
![=context.path]
[/#list]
