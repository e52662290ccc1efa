package baton.allocation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "baton.allocation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Rules stay when frameworks go: plain Java, the events, the fold and the decisions. */
  @ArchTest
  static final ArchRule the_model_knows_no_framework =
      classes()
          .that()
          .resideInAPackage("..model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "baton.contract..",
              "baton.custody..",
              "baton.decision..",
              "..allocation..model..");

  /** Services meet on the log and nowhere else. */
  @ArchTest
  static final ArchRule no_service_knows_another =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("baton.intake..", "baton.risk..", "baton.escalation..");

  /** Time is an argument of the model, or the business clock's. */
  @ArchTest
  static final ArchRule nobody_asks_the_system_what_time_it_is =
      noClasses().should().callMethod(Instant.class, "now");
}
