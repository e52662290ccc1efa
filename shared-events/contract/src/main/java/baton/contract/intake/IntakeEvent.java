package baton.contract.intake;

import baton.contract.ReferralEvent;
import baton.contract.risk.ForceDetermined;

/** Written by intake-service only. */
public sealed interface IntakeEvent extends ReferralEvent
    permits ReferralReceived,
        ReceiptRepeated,
        ReferralAmended,
        ForceDetermined,
        ProgressRequested,
        ProgressReported,
        ReferralOriginated {}
