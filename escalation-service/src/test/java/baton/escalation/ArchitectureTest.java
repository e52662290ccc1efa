package baton.escalation;

import baton.platform.testing.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "baton.escalation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /**
   * The horizon, the policy book and the proofs are pure, and so is the id library: UUIDv5 of a
   * name.
   */
  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      ServiceRules.theModelKnowsNoFramework(
          "escalation",
          "baton.horizon..",
          "baton.policy",
          "baton.replay.model..",
          "baton.proof",
          "com.github.f4b6a3.uuid..");

  @ArchTest
  static final ArchRule no_service_knows_another = ServiceRules.noServiceKnowsAnother("escalation");

  @ArchTest
  static final ArchRule kafka_is_reached_by_log_connection_alone =
      ServiceRules.kafkaIsReachedByLogConnectionAlone();
}
