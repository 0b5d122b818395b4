[#-- Who asks: personas with their lines, or, where none does, the parts of the repository that need it. --]
[#macro sources entry][#list entry.sources as source][#if source?index < 3][=source.persona]:[=source.line][#if source?index < 2][#sep], [/#sep][/#if][/#if][#else][#list entry.parts as part]*[=part]*[#sep], [/#sep][/#list][/#list][#if entry.sources?size > 3] and [=entry.sources?size - 3] more[/#if][/#macro]
[#macro figure entry][#if entry.figure?has_content], [=entry.figure][/#if][/#macro]
[#-- Links to the first place in each of the first three files, and how many places there are besides. --]
[#macro places entry]
[#local path = ""]
[#local shown = 0]
[#list entry.places as place][#if place.path != path && shown < 3][#local path = place.path][#if shown > 0], [/#if][#local shown = shown + 1][[=place.path?keep_after_last("/")?has_content?then(place.path?keep_after_last("/"), place.path)] [=place.first][#if place.last > place.first]–[=place.last][/#if]]([=path?no_esc]#L[=place.first])[/#if][/#list][#if entry.places?size > shown] and [=entry.places?size - shown] more[/#if][#t]
[/#macro]
[#macro rules entry][#list entry.rules as rule][#if rule?index < 2][#if rule.id != entry.id]`[=rule.id?no_esc]` [/#if][=rule.says][#if rule?index < 1][#sep]; [/#sep][/#if][/#if][#else]–[/#list][#if entry.rules?size > 2] and [=entry.rules?size - 2] more[/#if][/#macro]
[#macro group status title]
  [#local entries = coverage.practices?filter(entry -> entry.status == status && !entry.places?has_content)]
  [#if entries?has_content]

### [=title]

    [#list entries as entry]
- **[=entry.title]**[@figure entry /] ([@sources entry /]): [=entry.because]
    [/#list]
  [/#if]
[/#macro]
[#function heading area][#return (area == "api")?then("API", area?cap_first)][/#function]
# Practices

[=coverage.summary.headline].

What experts ask of a service, who asks, where this repository does it, and what a rule of `pave verify` reports where it does not. A persona stands with the line that asks; *a part of this repository*
asks by itself, since it would not work without. Pave writes this file from what it really rendered, so that nothing in it is claimed by hand.
`pave explain --practice ID` lists every place of a practice, `pave explain FILE` the reason of every line.

## In force
[#assign area = ""]
[#list coverage.practices?filter(entry -> entry.places?has_content) as entry]
  [#if entry.area != area]
    [#assign area = entry.area]

### [=heading(area)]

| practice | asked for by | where | a rule reports |
| --- | --- | --- | --- |
  [/#if]
| [=entry.title][@figure entry /][#if entry.stance != "generated"], [=entry.stance][/#if] `[=entry.id?no_esc]` | [@sources entry /] | [@places entry /] | [@rules entry /] |
[/#list]
[#assign notYet = coverage.practices?filter(entry -> entry.status == "not yet")]
[#if notYet?has_content]

## Not yet

[#assign area = ""]
[#list notYet as entry]
  [#if entry.area != area]
    [#assign area = entry.area]
- **[=heading(area)]**: [#list notYet?filter(other -> other.area == entry.area) as other][=other.title][@figure other /] ([@sources other /])[#sep], [/#sep][/#list]
  [/#if]
[/#list]
[/#if]
[#if coverage.practices?filter(entry -> !entry.places?has_content && entry.status != "not yet")?has_content]

## Not in files, and why
[@group "documented" "Outside what a generator can write" /]
[@group "target" "Targets that only a running service can meet" /]
[@group "not applicable" "Not about a repository" /]
[/#if]
