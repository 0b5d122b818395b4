[#-- What the jobs of GitHub Actions workflows have in common. --]

[#macro uses action][@practice id="pinned-actions"][=versions.action[action].uses] # [=versions.action[action].version][/@practice][#if !practices["pinned-actions"]??][=action]@[=versions.action[action].version][/#if][/#macro]

[#-- Minutes that keep the pipeline within its time, or a generous limit where it has none. --]
[#macro timeout minutes]
[@practice id="pipeline-duration"]
    timeout-minutes: [=minutes]
[/@practice]
[#if !practices["pipeline-duration"]??]
    timeout-minutes: 15
[/#if]
[/#macro]

[#macro harden]
[@practice id="supply-chain-security"]
      - name: Harden the runner
        uses: [@uses "step-security/harden-runner" /]
        with:
          egress-policy: audit
[/@practice]
[/#macro]

[#macro checkout name="Check out the source" with=[]]
      - name: [=name]
        uses: [@uses "actions/checkout" /]
        with:
[#list with as line]
          [=line?no_esc]
[/#list]
          persist-credentials: false
[/#macro]

[#-- The tools of the golden path's language. --]
[#macro setup]
[#list path.facts.ci.setup as step]
      - name: [=step.name]
        uses: [@uses step.action /]
        with:
  [#list step.with as input]
          [=input.key]: "[=input.value]"
  [/#list]
  [#if step.cache??]
[@practice id="build-cache"]
          cache: [=step.cache]
[/@practice]
  [/#if]
[/#list]
[/#macro]

[#macro login]
      - name: Log in to the image registry
  [#nested]
        uses: [@uses "docker/login-action" /]
        with:
          registry: ghcr.io
          username: ${{ github.actor }}
          password: ${{ github.token }}
[/#macro]
