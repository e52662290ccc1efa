package baton.contract.escalation;

import baton.contract.RegisterEvent;

/** The watcher about itself. Written by escalation-service only. */
public sealed interface OversightEvent extends RegisterEvent
    permits BlindnessDeclared, BlindnessEnded, ReplaySwept {}
