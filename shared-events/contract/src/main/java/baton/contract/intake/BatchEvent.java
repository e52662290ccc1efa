package baton.contract.intake;

import baton.contract.RegisterEvent;

/** A package of referrals. Written by intake-service only. */
public sealed interface BatchEvent extends RegisterEvent permits BatchOpened, BatchReceived {}
