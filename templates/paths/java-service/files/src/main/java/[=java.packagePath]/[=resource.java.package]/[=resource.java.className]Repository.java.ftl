[#import "/lib/code.java.ftl" as code]
[#import "/lib/fields.txt.ftl" as fields]
[#assign request = resource.java.className + "Request"]
[#-- Reads the column of a field. --]
[#macro read field]
[#switch field.type]
[#on "string", "text", "email", "uri"]row.getString("[=code.column(field)]")[#t]
[#on "decimal"]row.getBigDecimal("[=code.column(field)]")[#t]
[#on "json"][#if field.required]Values.json(row.getString("[=code.column(field)]"))[#else]Values.optional(row.getString("[=code.column(field)]"), Values::json)[/#if][#t]
[#on "enum"][#if field.required][=code.parser(resource, field)].apply(row.getString("[=code.column(field)]"))[#else]Values.optional(row.getString("[=code.column(field)]"), [=code.parser(resource, field)])[/#if][#t]
[#default]row.getObject("[=code.column(field)]", [=code.type(field)].class)[#t]
[/#switch]
[/#macro]
package [=java.package].[=resource.java.package];

[@code.importing [
  "platform.resource.ResourceRepository",
  "platform.resource.Values",
  "java.sql.ResultSet",
  "java.sql.SQLException",
  "java.time.LocalDate",
  "java.time.OffsetDateTime",
  "java.util.UUID",
  "org.springframework.jdbc.core.simple.JdbcClient",
  "org.springframework.stereotype.Repository"
]]
@Repository
class [=resource.java.className]Repository extends ResourceRepository<[=resource.java.className], [=request]> {

    [=resource.java.className]Repository(JdbcClient jdbc) {
        super(jdbc, "[=service.schema].[=resource.table]");
[#list resource.fields as field]
        column("[=code.column(field)]", [=request]::[=field.java.name]);
[/#list]
[@practice id="sorting"]
[#list fields.sortable(resource) as field]
        sortable("[=field.json]", "[=code.column(field)]", [=code.parser(resource, field)], [=resource.java.className]::[=field.java.name]);
[/#list]
[/@practice]
[@practice id="filtering"]
[#list resource.filterable as field]
        filterable("[=field.json]", "[=code.column(field)]", [=code.parser(resource, field)]);
[/#list]
[/@practice]
[#list resource.uniques as unique]
        unique("[=fields.sqlName(resource, unique?map(field -> field.column)?join("_"), "key")]"[#list unique as field], "[=field.json]"[/#list]);
[/#list]
[#list resource.references as field]
        reference("[=field.json]", "[=service.schema].[=field.to.table]", [=request]::[=field.java.name]);
[/#list]
[#list resource.referencedBy as by]
        referrer("[=service.schema].[=by.resource.table]", "[=by.field.column?replace('"', "")]");
[/#list]
    }

    @Override
    protected [=resource.java.className] map(ResultSet row, int index) throws SQLException {
        return new [=resource.java.className](
                row.getObject("id", UUID.class),
[#list resource.fields as field]
                [@read field /],
[/#list]
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("updated_at", OffsetDateTime.class),
                row.getLong("version"));
    }
}
[/@code.importing]
