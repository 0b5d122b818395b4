[#import "/lib/production.yaml.ftl" as production]
[@production.overlay region /]
