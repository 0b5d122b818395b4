# Findings that are accepted, because reviewers contradict each other or a rule does not apply here. When one ends, decide again.
waivers:
[#list slots["repository.waivers"] as waiver]
  - tool: "[=waiver.tool]"
    rule: "[=waiver.rule]"
    reason: "[=waiver.reason]"
    expires: "[=waiver.expires]"
[/#list]
