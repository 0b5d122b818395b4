# Decisions

One file for each decision that somebody will ask about later. Copy `template.md`, take the next number, and let the
pull request be the discussion. A decision is never edited away: a later one supersedes it, and both say so.

- [0001: Record decisions](0001-record-decisions.md)
[#if practices["cap-theorem"]??]
- [0002: Prefer consistency to availability](0002-prefer-consistency.md)
[/#if]
[#if practices["conways-law"]??]
- [0003: One team owns the service](0003-one-team-owns-the-service.md)
[/#if]
[#if practices["microservices"]??]
- [0004: One service, one repository](0004-one-service-one-repository.md)
[/#if]
[#list slots["repository.decisions"] as decision]
- [[=decision.title]]([=decision.file?no_esc])
[/#list]
