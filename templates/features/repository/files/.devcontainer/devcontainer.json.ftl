{
  "name": "[=service.kebab]",
  "image": "[=(versions.image[path.facts.container["build-image"]])!path.facts.container["build-image"]]",
[@practice id="conventional-commits"]
  "postCreateCommand": "git config core.hooksPath .githooks",
[/@practice]
  "forwardPorts": [[=path.facts.ports.http], [=path.facts.ports.management]],
  "portsAttributes": {
    "[=path.facts.ports.http]": { "label": "API" },
    "[=path.facts.ports.management]": { "label": "Health and metrics" }
  }
}
