{
  "name": "[=service.kebab]",
  "image": "[=(versions.image[path.facts.container["build-image"]])!path.facts.container["build-image"]]",
  "postCreateCommand": "apt-get update && apt-get install --yes --no-install-recommends git make[@practice id="conventional-commits"] && make setup[/@practice]",
  "forwardPorts": [[=path.facts.ports.http], [=path.facts.ports.management]],
  "portsAttributes": {
    "[=path.facts.ports.http]": { "label": "API" },
    "[=path.facts.ports.management]": { "label": "Health and metrics" }
  }
}
