package baton.intake;

import baton.platform.testing.ServiceRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "baton.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      ServiceRules.theModelKnowsNoFramework("intake");

  @ArchTest
  static final ArchRule no_service_knows_another = ServiceRules.noServiceKnowsAnother("intake");

  @ArchTest
  static final ArchRule kafka_is_reached_by_log_connection_alone =
      ServiceRules.kafkaIsReachedByLogConnectionAlone();
}
