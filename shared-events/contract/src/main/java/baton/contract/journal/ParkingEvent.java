package baton.contract.journal;

import baton.contract.ReferralEvent;

/** An event could not be applied, or could at last. Written by any service. */
public sealed interface ParkingEvent extends ReferralEvent permits EventParked, EventReleased {}
