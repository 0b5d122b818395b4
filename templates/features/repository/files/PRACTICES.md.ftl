[#-- Who asks: personas with their lines, or, where none does, the parts of the repository that need it. --]
[#macro sources entry][#list entry.sources as source][=source.persona]:[=source.line][#sep], [/#sep][#else][#list entry.parts as part]*[=part]*[#sep], [/#sep][/#list][/#list][/#macro]
[#macro titled entry]**[=entry.title]**[#if entry.figure?has_content], [=entry.figure][/#if] ([@sources entry /])[/#macro]
[#-- One line for each file, with links to the first places in it. --]
[#macro places entry]
  [#local path = ""]
  [#list entry.places as place]
    [#if place.path != path]
      [#local path = place.path]
      [#local inFile = entry.places?filter(other -> other.path == path)]
  - `[=path?no_esc]` [#list inFile[0..*5] as one][[=one.first][#if one.last > one.first]–[=one.last][/#if]]([=path?no_esc]#L[=one.first])[#sep], [/#sep][/#list][#if inFile?size > 5] and [=inFile?size - 5] more[/#if]
    [/#if]
  [/#list]
[/#macro]
[#macro group status title]
  [#local entries = coverage.practices?filter(entry -> entry.status == status && !entry.places?has_content)]
  [#if entries?has_content]

### [=title]

    [#list entries as entry]
- [@titled entry /][#if entry.because?has_content]: [=entry.because][/#if]
    [/#list]
  [/#if]
[/#macro]
# Practices

What experts ask of a service, and where this repository does it: files with links to their lines. In parentheses stand the personas
that ask for it, each with its line, or *the part of this repository* that needs it by itself. Pave writes this file from what it really rendered; nothing in it is claimed by hand.

Of [=coverage.summary.generated] practices that a repository can hold, [=coverage.summary.inForce] are in force here and [=coverage.summary.notYet] are not yet.

## In force
[#assign area = ""]
[#list coverage.practices?filter(entry -> entry.places?has_content) as entry]
  [#if entry.area != area]
    [#assign area = entry.area]

### [=(area == "api")?then("API", area?cap_first)]

  [/#if]
- [@titled entry /]
[@places entry /]
[/#list]

## Not here
[@group "not yet" "Not yet" /]
[@group "documented" "Not a file that can be generated, and why" /]
[@group "target" "Targets that only a running service can meet" /]
[@group "not applicable" "Not about a repository" /]
