"""Words for topics and for practices seen on the spot; the first words of a topic are the glossary's term."""

from __future__ import annotations

TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("job_skills_practice", ("岗位练兵", "技能练兵", "技能比武", "技术比武", "技能竞赛", "劳动竞赛", "技能提升", "技能培训")),
    ("standardised_management", ("规范化管理", "标准化管理", "精细化管理", "规范化建设", "标准化建设", "6S管理", "5S管理")),
    ("company_culture", ("企业文化", "文化建设", "职工文化")),
    ("team_building", ("队伍建设", "员工队伍提升", "职工队伍建设", "队伍提升", "人才培养", "班组建设")),
    ("women_workers", ("女职工工作", "女职工权益", "女职工关爱", "女职工服务", "妈妈小屋", "爱心妈咪", "女职工素质提升")),
    ("union_services", ("工会服务", "服务职工", "普惠服务", "职工服务")),
    ("business_management", ("企业管理", "经营管理", "生产管理")),
    ("work_safety", ("安全生产", "劳动保护", "安康杯", "安全管理")),
    ("workers_rights", ("职工维权", "权益维护", "劳动争议", "法律援助", "维权服务", "集体协商", "集体合同")),
    ("model_workers", ("劳模精神", "工匠精神", "劳模工作室", "劳模创新工作室", "创新工作室", "工匠培育", "劳模工匠")),
    ("democratic_management", ("民主管理", "厂务公开", "职代会", "职工代表大会")),
    ("workers_home", ("职工之家", "职工书屋", "建家", "服务阵地", "阵地建设", "户外劳动者服务站点", "工会驿站")),
    ("union_organising", ("工会组建", "建会入会", "组织建设", "会员发展", "新就业形态", "组建工会")),
    ("hardship_help", ("困难帮扶", "送温暖", "金秋助学", "职工关爱", "心理健康", "心理关爱", "帮扶救助")),
    ("digital_union", ("智慧工会", "数字化转型", "数字工会", "网上工会")),
)  # fmt: skip
"""Code and words; the first is the term itself (surely the topic), the others come near it."""

PRACTICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("screened_zones", ("遮挡", "区域划分", "隔离观摩", "参观通道", "隔断")),
    ("tidy_site", ("整洁有序", "井然有序", "干净整洁", "整齐划一")),
    (
        "undisturbed_work",
        ("不耽误", "不影响作业", "不影响生产", "不打扰作业"),
    ),
    ("confidentiality", ("保密", "商业秘密")),
    ("visual_management", ("看板管理", "可视化管理", "看板", "目视化管理")),
    ("mentoring", ("师带徒", "导师带徒", "名师带徒", "以老带新")),
    ("suggestion_scheme", ("合理化建议", "金点子", "意见箱", "小改小革", "五小")),
    ("points_scheme", ("积分制", "积分管理", "积分兑换")),
    ("shift_meeting", ("班前会", "晨会", "班后会")),
)
"""Code and words for what people point at in quotations."""
