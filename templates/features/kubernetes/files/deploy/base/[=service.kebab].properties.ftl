[#list slots["kubernetes.configmap"] as item]
[=item.name]=[=item.value?no_esc]
[/#list]
