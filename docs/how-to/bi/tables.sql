-- The same questions in SQL, over the tables as they are now. Each statement answers one.

-- relationshipsByStage
select stage, count(*) as relationships
from read_json('relationship.jsonl')
group by stage
order by stage;

-- winRate
select
  count(*) filter (where status = 'won') as won,
  count(*) filter (where status in ('won', 'lost')) as decided
from read_json('opportunity.jsonl');

-- wonRevenueByQuarter: a quarter begins where the unit is; its zone is in the events, and nothing else of them is needed.
with
  said as (
    select type, subject, data -> 'fact' as fact
    from read_json('events.jsonl', columns = {type: 'varchar', subject: 'varchar', data: 'json'})
    where type in ('unit.opened', 'subsidiary.opened')
  ),
  zones as (
    select
      substr(unit.subject, length('unit-') + 1) as unit,
      subsidiary.fact ->> 'timeZone' as zone
    from said as unit
    join said as subsidiary on subsidiary.subject = 'subsidiary-' || (unit.fact ->> 'subsidiary')
    where unit.type = 'unit.opened'
  )
select
  strftime(local, '%Y') || '-Q' || quarter(local) as quarter,
  sum(value.groupMinor)::bigint as minor
from (
  select *, timezone(zone, wonAt::timestamptz) as local
  from read_json('opportunity.jsonl')
  join zones using (unit)
  where status = 'won'
)
group by all
order by quarter;

-- openPipelineByUnit
select unit, count(*) as offers, sum(value.groupMinor)::bigint as minor
from read_json('opportunity.jsonl')
where status = 'open'
group by unit
order by unit;
