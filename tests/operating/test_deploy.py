"""The files in deploy/ fit the program: what they name is there, and they keep to least privilege.

They are read here, not run: building an image needs Docker.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import cli
from bot.monitoring.metrics import METRICS
from bot.settings import PROJECT, Settings, load_settings

DEPLOY = PROJECT / "deploy"
SETTINGS = {name.upper() for name in Settings.model_fields}
OF_COMPOSE = {"BOT_DOMAIN", "POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB"}
OF_PYTHON = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "PATH"}


def text_of(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def loaded(name: str) -> Any:
    return yaml.safe_load(text_of(name))


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's, with continued lines put together."""
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text_of("Dockerfile"), flags=re.M))
    return [
        (line.split(" ", 1)[0], line.split(" ", 1)[1].strip())
        for line in joined.splitlines()
        if line.strip() and not line.startswith(" ")
    ]


def last_stage() -> list[tuple[str, str]]:
    steps = instructions()
    return steps[max(n for n, (word, _) in enumerate(steps) if word == "FROM") :]


# What watches.


@pytest.mark.parametrize("name", ["alerts.yaml", "grafana.json"])
def test_every_metric_that_is_watched_exists(name: str) -> None:
    known = set()
    for metric in METRICS:
        histogram = ("_bucket", "_sum", "_count") if metric.kind == "histogram" else ("",)
        known |= {metric.name + suffix for suffix in histogram}
    named = set(re.findall(r"isocompanion_\w+", text_of(name)))
    assert named - known == set()
    assert len(named) >= 10


def test_every_metric_is_on_the_board() -> None:
    board = text_of("grafana.json")
    assert [metric.name for metric in METRICS if metric.name not in board] == []


def test_the_board_is_one_that_grafana_reads() -> None:
    board = json.loads(text_of("grafana.json"))
    ids = [panel["id"] for panel in board["panels"]]
    assert len(set(ids)) == len(ids) >= 10
    assert all(target["expr"] for panel in board["panels"] for target in panel["targets"])


def test_every_alert_says_how_urgent_it_is_and_what_to_do() -> None:
    rules = [rule for group in loaded("alerts.yaml")["groups"] for rule in group["rules"]]
    assert len({rule["alert"] for rule in rules}) == len(rules) >= 10
    for rule in rules:
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["expr"].count("(") == rule["expr"].count(")")
        assert re.fullmatch(r"\d+[mh]", rule["for"])
        assert rule["annotations"]["summary"]
        assert rule["annotations"]["description"]


def test_prometheus_loads_the_rules_and_asks_where_the_bot_listens() -> None:
    prometheus = loaded("prometheus.yml")
    assert [(DEPLOY / name).is_file() for name in prometheus["rule_files"]] == [True]
    (job,) = prometheus["scrape_configs"]
    assert job["job_name"] == "isocompanion"
    assert 'job="isocompanion"' in text_of("alerts.yaml")


# The image.


def test_the_image_runs_as_nobody_in_particular() -> None:
    users = [value for word, value in last_stage() if word == "USER"]
    assert users == ["10001"]
    order = [word for word, _ in last_stage()]
    assert order.index("USER") < order.index("ENTRYPOINT")


def test_the_image_holds_hashed_wheels_of_the_lock_and_no_secret() -> None:
    text = text_of("Dockerfile")
    assert "--require-hashes" in text
    assert "--only-binary :all:" in text
    copied = {value.split()[-2] for word, value in instructions() if word == "COPY"}
    assert copied == {"requirements/bot.lock", "bot", "content", "/opt/venv", "/app"}
    assert all((PROJECT / each).exists() for each in copied if not each.startswith("/"))
    ignored = (PROJECT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[1] == "*"
    assert {line for line in ignored if line.startswith("!")} == {
        "!bot", "!content", "!requirements/bot.lock",
    }  # fmt: skip


def test_the_image_says_when_it_is_alive() -> None:
    (check,) = [value for word, value in last_stage() if word == "HEALTHCHECK"]
    assert "/healthz" in check
    assert "9100" in check
    assert ("STOPSIGNAL", "SIGTERM") in last_stage()
    (command,) = [json.loads(value) for word, value in last_stage() if word == "CMD"]
    assert command[0] in cli.COMMANDS


def test_the_image_writes_to_its_volume_only() -> None:
    assert ("VOLUME", "/data") in last_stage()
    values = " ".join(value for word, value in last_stage() if word == "ENV")
    assert "DATA_DIR=/data" in values


def test_the_lock_of_the_image_is_part_of_the_one_that_is_tested() -> None:
    def pins(name: str) -> dict[str, str]:
        text = (PROJECT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.M))

    image, tested = pins("bot.lock"), pins("run.lock")
    assert image.items() <= tested.items()
    assert {"python-telegram-bot", "sqlalchemy", "cryptography", "aiohttp"} <= set(image)
    assert "nicegui" not in image, "the playground stays out of the image"


# Who starts it.


def environments() -> set[str]:
    compose = loaded("compose.yaml")
    named = {name for each in compose["services"].values() for name in each.get("environment", {})}
    named |= set(re.findall(r"\$\{(\w+)", text_of("compose.yaml")))
    for word, value in instructions():
        if word == "ENV":
            named |= set(re.findall(r"(\w+)=", value))
    named |= set(re.findall(r"\{\$(\w+)\}", text_of("Caddyfile")))
    unit = text_of("isocompanion.service")
    for line in re.findall(r"^Environment=(.*)", unit, re.M):
        named |= set(re.findall(r"(\w+)=", line))
    return named


def test_every_variable_that_is_set_is_a_setting() -> None:
    assert environments() - SETTINGS - OF_COMPOSE - OF_PYTHON - {
        "PIP_NO_CACHE_DIR", "PIP_DISABLE_PIP_VERSION_CHECK",
    } == set()  # fmt: skip


def test_what_compose_sets_is_accepted_together() -> None:
    values = loaded("compose.yaml")["services"]["bot"]["environment"]
    filled = {
        name.lower(): re.sub(r"\$\{(\w+)[^}]*\}", _example, str(value))
        for name, value in values.items()
    }
    settings = load_settings(_env_file=None, **filled)
    assert settings.webhook_url == "https://bot.example.org/telegram"
    assert settings.health == ("0.0.0.0", 9100)


def _example(match: re.Match[str]) -> str:
    return {"BOT_DOMAIN": "bot.example.org"}.get(match[1], "a-long-enough-value")


def test_compose_runs_two_replicas_that_may_do_little() -> None:
    services = loaded("compose.yaml")["services"]
    bot = services["bot"]
    assert bot["deploy"]["replicas"] == 2
    assert "ports" not in bot, "only the proxy is reachable"
    assert "ports" not in services["db"]
    for name in ("bot", "migrate", "caddy"):
        assert services[name]["read_only"] is True, name
        assert services[name]["cap_drop"] == ["ALL"], name
        assert services[name]["security_opt"] == ["no-new-privileges:true"], name
    assert bot["depends_on"]["migrate"]["condition"] == "service_completed_successfully"
    for name in ("bot", "migrate"):
        assert services[name]["command"][0] in cli.COMMANDS
    assert (DEPLOY / bot["build"]["dockerfile"].removeprefix("deploy/")).is_file()


def test_the_proxy_passes_on_the_webhook_and_nothing_else() -> None:
    caddy = text_of("Caddyfile")
    bot = loaded("compose.yaml")["services"]["bot"]["environment"]
    path = bot["WEBHOOK_URL"].rsplit("}", 1)[1]
    assert f"handle {path} {{" in caddy
    assert f"port {bot['HTTP_PORT']}" in caddy
    assert bot["HEALTH_BIND"].split(":")[1] not in caddy
    assert caddy.count("{") == caddy.count("}")
    assert "respond 404" in caddy


@pytest.mark.parametrize(
    "line",
    [
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "PrivateDevices=yes",
        "SystemCallFilter=@system-service",
        "UMask=0077",
        "Restart=always",
    ],
)
def test_the_unit_may_do_little_and_comes_back(line: str) -> None:
    assert line in text_of("isocompanion.service").splitlines()


def test_systemd_reads_the_unit_and_calls_it_well_confined(tmp_path: Path) -> None:
    systemd = shutil.which("systemd-analyze")
    if systemd is None:
        pytest.skip("there is no systemd here")
    program = "/opt/isocompanion/.venv/bin/python"
    unit = tmp_path / "isocompanion.service"
    text = text_of("isocompanion.service")
    assert program in text
    unit.write_text(text.replace(program, "/bin/true"), encoding="utf-8")
    told = subprocess.run([systemd, "verify", unit], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    judged = subprocess.run(
        [systemd, "security", "--offline=true", "--threshold=20", unit],
        capture_output=True,
        text=True,
        check=False,
    )  # ten times the exposure level, of which 100 is the worst
    assert judged.returncode == 0, judged.stdout[-300:]


def test_both_give_the_bot_longer_to_stop_than_it_takes() -> None:
    unit = int(re.findall(r"TimeoutStopSec=(\d+)", text_of("isocompanion.service"))[0])
    compose = loaded("compose.yaml")["services"]["bot"]["stop_grace_period"]
    assert min(unit, int(compose.removesuffix("s"))) > 10


def test_the_folder_has_nothing_that_no_test_reads() -> None:
    read = set(re.findall(r'"([\w.]+\.\w+|Dockerfile|Caddyfile)"', Path(__file__).read_text()))
    assert {path.name for path in DEPLOY.iterdir()} <= read
