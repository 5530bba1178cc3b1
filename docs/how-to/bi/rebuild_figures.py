"""Rebuilds figures from nothing but the published events: win rate, won revenue by quarter, relationships by stage.

    python rebuild_figures.py stream --from 2025-01-01 --to 2026-12-31

Only the standard library. Everything sealed is left alone: no figure needs it.
"""
import argparse
import json
import pathlib
from collections import Counter, defaultdict
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

# ISO 4217: how many decimals a currency has, where they are not two.
DIGITS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "VND": 0, "XAF": 0, "XOF": 0, "KWD": 3, "BHD": 3, "OMR": 3, "TND": 3}


class Fact:
    """An event as it holds after corrections."""

    def __init__(self, first, last):
        self.type = first["type"]
        self.entity = first["subject"].split("-", 1)[1]
        self.position = int(first["position"])
        self.at = last["effectiveat"]
        self.precision = last["occurredprecision"]
        self.stated = last.get("occurredat", "")
        self.unit = last.get("unit")
        self.customers = last["data"]["customers"]
        self.said = last["data"]["fact"]


def history(events):
    """The facts that hold, in the order in which they happened.

    A correction names the first event. Of several corrections of one the last recorded holds: it restates, or it
    retracts, and a fact that was taken back may be restated again.
    """
    first, last = {}, {}
    for event in events:
        corrected = event.get("correctsid", event["id"])
        if "correctsid" not in event:
            first.setdefault(corrected, event)
        if corrected in first:
            last[corrected] = event
    facts = [Fact(first[id], last[id]) for id in first if last[id].get("correctsmode") != "retract"]
    return sorted(facts, key=lambda fact: (fact.at, fact.position))


def of_category(facts, category):
    return [fact for fact in facts if fact.type.split(".")[0] == category]


class Group:
    """What figures are counted by: zones, rates, and which customers are one."""

    def __init__(self, facts):
        self.currency, self.zone = "", "UTC"
        self.zones, self.units, self.rates, self.into = {}, {}, defaultdict(dict), {}
        for fact in facts:
            if fact.type == "group.founded":
                self.currency, self.zone = fact.said["currency"], fact.said["timeZone"]
            elif fact.type == "subsidiary.opened":
                self.zones[fact.entity] = fact.said["timeZone"]
            elif fact.type == "unit.opened":
                self.units[fact.entity] = fact.said["subsidiary"]
            elif fact.type == "rates.published":
                for rate in fact.said["rates"]:
                    self.rates[rate["currency"]][fact.said["day"]] = Fraction(rate["toGroup"])
            elif fact.type == "merge.made":
                self.merge(fact.entity, fact.said["into"])

    def merge(self, merged, into):
        self.into.pop(merged, None)
        if self.survivor(into) != merged:
            self.into[merged] = into

    def survivor(self, customer):
        while customer in self.into:
            customer = self.into[customer]
        return customer

    def zone_of(self, unit):
        return self.zones.get(self.units.get(unit), self.zone)

    def day_of(self, fact):
        """The day it lies on where its unit is; none of what lies before everything."""
        if fact.precision == "before":
            return None
        if fact.precision == "day":
            return fact.stated
        moment = datetime.fromisoformat(fact.at.replace("Z", "+00:00"))
        return moment.astimezone(ZoneInfo(self.zone_of(fact.unit))).date().isoformat()

    def worth(self, value, day):
        """Minor units of group currency: as the fact states, else by the last rate published on or before the day."""
        if "groupMinor" in value:
            return value["groupMinor"]
        if value["currency"] == self.currency:
            return value["amountMinor"]
        known = self.rates[value["currency"]]
        days = [each for each in known if each <= day]
        if not days:
            return None
        shift = DIGITS.get(self.currency, 2) - DIGITS.get(value["currency"], 2)
        exact = abs(value["amountMinor"]) * known[max(days)] * Fraction(10) ** shift
        rounded = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
        return rounded if value["amountMinor"] >= 0 else -rounded


def decisions(facts, group):
    """What became of every opportunity: won or lost, on which day, for how much."""
    deals = {}
    for fact in of_category(facts, "opportunity"):
        if fact.type == "opportunity.opened":
            deals[fact.entity] = {"status": "open"}
        elif fact.entity not in deals:
            continue  # Nobody knows (yet) how it began.
        elif fact.type == "opportunity.won":
            day = group.day_of(fact)
            worth = group.worth(fact.said["value"], day or fact.at[:10])
            deals[fact.entity] = {"status": "won", "day": day, "worth": worth}
        elif fact.type == "opportunity.lost":
            deals[fact.entity] = {"status": "lost", "day": group.day_of(fact)}
        elif fact.type == "opportunity.reopened":
            deals[fact.entity] = {"status": "open"}
    return [deal for deal in deals.values() if deal["status"] != "open" and deal["day"]]


def stages(facts, group):
    """At which stage every relationship stands: it begins with the first fact of a customer with a unit."""
    at = {}
    for fact in facts:
        said = {"relationship.stage-changed": "to", "relationship.reopened": "at"}.get(fact.type)
        for customer in {group.survivor(each) for each in fact.customers}:
            if fact.unit is None:
                continue
            relationship = (customer, fact.unit)
            at.setdefault(relationship, "identified")
            if said:
                at[relationship] = fact.said[said]
            elif fact.type == "relationship.ended":
                at[relationship] = "ended"
    return Counter(at.values())


def quarter_of(day):
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=pathlib.Path, help="with events.jsonl, as read_topics.py writes it")
    options.add_argument("--from", dest="first", required=True)
    options.add_argument("--to", dest="last", required=True)
    asked = options.parse_args()
    with (asked.folder / "events.jsonl").open(encoding="utf-8") as lines:
        facts = history([json.loads(line) for line in lines])
    group = Group(facts)
    decided = [deal for deal in decisions(facts, group) if asked.first <= deal["day"] <= asked.last]
    won = [deal for deal in decided if deal["status"] == "won"]
    revenue = Counter()
    for deal in won:
        revenue[quarter_of(deal["day"])] += deal["worth"] or 0
    figures = {
        "winRate": {"part": len(won), "whole": len(decided)},
        "wonRevenueMinor": dict(sorted(revenue.items())),
        "unvalued": sum(deal["worth"] is None for deal in won),
        "relationshipsByStage": dict(sorted(stages(facts, group).items())),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
