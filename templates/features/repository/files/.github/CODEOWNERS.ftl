# The ruleset asks for an approval by an owner of every changed file. The last match wins.

* [=namespace.scope?no_esc]/[=service.owner]

# What these paths hold reaches production, other teams or the supply chain. Name a second team here
# as soon as one shares the work.
[#list slots["repository.codeowners"] as path]
[=path.glob?no_esc] [=namespace.scope?no_esc]/[=service.owner]
[/#list]
