[#-- The service's own image, as the release workflow names it. --]
[#assign name = "ghcr.io/" + namespace.scope?remove_beginning("@") + "/" + service.kebab]
