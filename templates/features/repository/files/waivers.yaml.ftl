# Findings that are accepted, because reviewers contradict each other or a rule does not apply here. When one ends, decide again.
# For 'pave verify' write tool: "pave" and the rule, or the practice instead of the tool. A glob after 'file' says where.
waivers:
[#list slots["repository.waivers"] as waiver]
  - tool: "[=waiver.tool]"
    rule: "[=waiver.rule]"
[#if waiver.file??]
    file: "[=waiver.file]"
[/#if]
    reason: "[=waiver.reason]"
    expires: "[=waiver.expires]"
[/#list]
