[#import "/lib/image.yaml.ftl" as image]
[#-- A waiver with images is needed only where one of these images of the golden path has no digest yet. --]
[#function needed waiver]
[#if !waiver.images??][#return true][/#if]
[#list waiver.images as name]
[#local chosen = image.chosen(path.facts.container[name])]
[#if practices["pinned-image"]?? && !(versions.image[chosen]!chosen)?contains("@")][#return true][/#if]
[/#list]
[#return false]
[/#function]
[#assign waivers = slots["repository.waivers"]?filter(waiver -> needed(waiver))]
# Findings that are accepted, because reviewers contradict each other or a rule does not apply here. When one ends, decide again.
# For 'pave verify' write tool: "pave" and the rule, or the practice instead of the tool. A glob after 'file' says where.
[#if waivers?has_content]
waivers:
[#list waivers as waiver]
  - tool: "[=waiver.tool]"
    rule: "[=waiver.rule]"
[#if waiver.file??]
    file: "[=waiver.file]"
[/#if]
    reason: "[=waiver.reason]"
    expires: "[=waiver.expires]"
[/#list]
[#else]
waivers: []
[/#if]
