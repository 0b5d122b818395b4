[#assign tasks = slots["repository.tasks"]]
# The same targets in every service, whatever its language.
[#if practices["toil-reduction"]??]
.DEFAULT_GOAL := help
[/#if]
.PHONY:[#if practices["toil-reduction"]??] help[/#if][#if practices["conventional-commits"]??] setup[/#if][#if practices["local-development"]??] dev[/#if] lint[#if practices["code-formatting"]??] format[/#if] test build[#list tasks as task] [=task.name][/#list]

[@practice id="toil-reduction"]
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

[/@practice]
[@practice id="conventional-commits"]
setup: ## check commit messages before they are made
	git config core.hooksPath .githooks

[/@practice]
[@practice id="local-development"]
dev: ## run the service, with a database and a token to try it
	[=path.facts.commands.dev?no_esc]

[/@practice]
lint: ## check formatting and compiler warnings
	[=path.facts.commands.lint?no_esc]

[@practice id="code-formatting"]
format: ## format the source
	[=path.facts.commands.format?no_esc]

[/@practice]
test: ## build, run all tests[#if practices["unit-test-coverage"]??], check coverage[/#if]
	[=path.facts.commands.test?no_esc]

build: ## build what is deployed, without tests
	[=path.facts.commands.build?no_esc]
[#list tasks as task]

[=task.name]: ## [=task.says?no_esc]
	[=task.run?no_esc]
[/#list]
