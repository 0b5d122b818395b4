# One line ending everywhere: migrations are compared by checksum, scripts need LF.
* text=auto eol=lf
[#list slots["repository.gitattributes"] as attribute]
[=attribute.line?no_esc]
[/#list]
