[#assign repository = (namespace.scope?remove_beginning("@")) + "/" + service.kebab]
# Security

## Report a vulnerability

Report it privately: [open a security advisory](https://github.com/[=repository?no_esc]/security/advisories/new).
Please do not open an issue, and do not test against data that is not yours.

Say what you did, what happened, and what somebody could do with it. You get an answer from [=service.owner]
within three working days, an assessment within ten, and your name in the advisory if you like.

## Supported versions

The latest release is supported. Fixes are not carried back to older ones.
[#if slots["repository.security-watch"]?has_content]

## What watches this repository

| what | when |
| --- | --- |
[#list slots["repository.security-watch"] as watch]
| [=watch.what?no_esc] | [=watch.when?no_esc] |
[/#list]

A finding that is accepted for a time stands in `.trivyignore` with a reason and an end.
[/#if]
