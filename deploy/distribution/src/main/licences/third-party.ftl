<#-- One line for each library that the distribution holds; written by `make third-party`. -->
<#function line project licenses>
    <#return project.groupId + ":" + project.artifactId + ":" + project.version + " (" + licenses?join("; ") + ")">
</#function>
Libraries that the distribution of SQE holds, with their licences. Made by `make third-party`.

<#list dependencyMap as entry>
${line(entry.getKey(), entry.getValue())}
</#list>
