select name from {{ ref('names') }} where name <> upper(name)
