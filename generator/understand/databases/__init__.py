"""Exports of press databases: LexisNexis, Nexis Uni, Factiva, ProQuest, PressReader; RIS."""
