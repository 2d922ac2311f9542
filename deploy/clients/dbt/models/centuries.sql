{{ config(materialized='table', on_table_exists='drop') }}
select id, year(cast(born as date)) / 100 + 1 as century from {{ ref('people') }}
