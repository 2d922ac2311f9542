{{ config(materialized='incremental', incremental_strategy='append') }}
select id, century from {{ ref('centuries') }}
{% if is_incremental() %}where id > (select max(id) from {{ this }}){% endif %}
