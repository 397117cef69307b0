import { type DynamicModule, Module } from '@nestjs/common';
import { BACKEND, type Backend } from './backend.js';
import { ArtifactFiles } from './artifacts/artifact-files.service.js';
import { ArtifactsController } from './artifacts/artifacts.controller.js';
import { Artifacts } from './artifacts/artifacts.service.js';
import { ConvertedTables } from './artifacts/converted-tables.service.js';
import { KeptRuns } from './artifacts/kept-runs.service.js';
import { CatalogController } from './catalog/catalog.controller.js';
import { Catalog } from './catalog/catalog.service.js';
import { ChainLinks } from './chain/chain-links.service.js';
import { ChainVerifications } from './chain/chain-verification.service.js';
import { ChainController } from './chain/chain.controller.js';
import { Replays } from './chain/replays.service.js';
import { Verifications } from './chain/verifications.service.js';
import { VerifyController } from './chain/verify.controller.js';
import { CompareController } from './compare/compare.controller.js';
import { Comparisons } from './compare/comparisons.service.js';
import { CandleSlices } from './candles/candle-slices.service.js';
import { CandlesController } from './candles/candles.controller.js';
import { DataSetList } from './datasets/data-set-list.service.js';
import { DataSetProfiles } from './datasets/data-set-profiles.service.js';
import { DataSetRemoval } from './datasets/data-set-removal.service.js';
import { DatasetsController } from './datasets/datasets.controller.js';
import { StoredVersions } from './datasets/stored-versions.service.js';
import { Uploads } from './datasets/uploads.service.js';
import { LargeFiles } from './datasets/large-files.service.js';
import { EventAnswers } from './events/event-answers.service.js';
import { EventFeed } from './events/event-feed.service.js';
import { EventStreams } from './events/event-streams.service.js';
import { EventsController } from './events/events.controller.js';
import { FeaturePreviews } from './features/feature-previews.service.js';
import { FeaturesController } from './features/features.controller.js';
import { HealthController } from './health/health.controller.js';
import { ReadinessService } from './health/readiness.service.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { PresetsController } from './presets/presets.controller.js';
import { Presets } from './presets/presets.service.js';
import { ProblemsController } from './problems/problems.controller.js';
import { Identities } from './runs/identities.service.js';
import { RunActions } from './runs/run-actions.service.js';
import { RunChecks } from './runs/run-checks.service.js';
import { RunReplies } from './runs/run-replies.service.js';
import { RunWaits } from './runs/run-waits.service.js';
import { RunsController } from './runs/runs.controller.js';
import { RunViews } from './runs/run-views.service.js';
import { SessionController } from './session/session.controller.js';
import { Submissions } from './runs/submissions.service.js';
import { SweepChecks } from './sweeps/sweep-checks.service.js';
import { SweepsController } from './sweeps/sweeps.controller.js';

/** Every route over one backend. */
@Module({})
export class AppModule {
  static over(backend: Backend): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        CompareController, // before the runs: `compare` is no run_hash
        RunsController,
        SweepsController,
        EventsController,
        HealthController,
        MetricsController,
        ProblemsController,
        SessionController,
        ArtifactsController,
        VerifyController,
        ChainController,
        PresetsController,
        CatalogController,
        DatasetsController,
        CandlesController,
        FeaturesController,
      ],
      providers: [
        { provide: BACKEND, useValue: backend },
        ReadinessService,
        EventFeed,
        EventStreams,
        EventAnswers,
        Identities,
        Submissions,
        RunWaits,
        RunReplies,
        RunViews,
        RunChecks,
        SweepChecks,
        RunActions,
        KeptRuns,
        ArtifactFiles,
        ConvertedTables,
        Artifacts,
        Replays,
        Verifications,
        ChainLinks,
        ChainVerifications,
        Comparisons,
        Presets,
        Catalog,
        StoredVersions,
        DataSetList,
        DataSetProfiles,
        DataSetRemoval,
        LargeFiles,
        Uploads,
        CandleSlices,
        FeaturePreviews,
      ],
    };
  }
}
